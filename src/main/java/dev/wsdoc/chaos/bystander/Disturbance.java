package dev.wsdoc.chaos.bystander;

/** What is done to clients at a time. */
enum Disturbance {
    /** They come, and wsdoc is busy with that. */
    OPENING,
    /** Nothing is done to anybody. */
    NONE,
    /** Faults are inflicted, or were. */
    CHAOS
}
