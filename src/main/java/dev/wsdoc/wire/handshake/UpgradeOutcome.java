package dev.wsdoc.wire.handshake;

/** What an upgrade request came to. */
public sealed interface UpgradeOutcome permits UpgradeResponse, UpgradeRefusal {}
