package dev.wsdoc.chaos.observe;

/** The evidence of counts, of one kind for the whole experiment: wsdoc's own status page, a foreign one, or none. */
public sealed interface CountsProbe extends Probe<CountsSeen>
        permits ReferenceCountsProbe, ForeignCountsProbe, CountsProbe.None {

    /** Nothing can be counted. */
    record None(String useless) implements CountsProbe {
        @Override
        public CountsSeen seen() {
            return new CountsSeen.None(useless);
        }

        @Override
        public void close() {}
    }
}
