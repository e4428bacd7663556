package dev.wsdoc.wire;

/** What an upgrade request came to. */
sealed interface Answer permits UpgradeResponse, Refusal {}
