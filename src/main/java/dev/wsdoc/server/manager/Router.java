package dev.wsdoc.server.manager;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;

/** Who hears what: passes each message on to those whom its sender's role addresses. Loop thread only. */
final class Router {
    private final Registry registry;
    private final Delivery delivery;
    private final Retrying retrying;
    private final Aftermath aftermath;

    Router(Registry registry, Delivery delivery, Retrying retrying, Aftermath aftermath) {
        this.registry = registry;
        this.delivery = delivery;
        this.retrying = retrying;
        this.aftermath = aftermath;
    }

    /** @param frame the message as a frame to send; it is shared by all its receivers */
    void route(Connection sender, ByteBuffer frame) {
        switch (sender.role()) {
            case ECHO -> sendOne(sender, frame);
            case ADMIN -> {
                aftermath.broadcasting();
                sendAll(registry.customers(), frame);
            }
            case CUSTOMER -> {
                String session = sender.session();
                if (session != null) {
                    sendAll(registry.session(session), frame);
                }
                sendAll(registry.admins(), frame);
            }
        }
    }

    private void sendAll(Collection<Connection> receivers, ByteBuffer frame) {
        // a copy: a failed send may take its receiver off the list
        for (Connection receiver : List.copyOf(receivers)) {
            sendOne(receiver, frame.duplicate());
        }
    }

    private void sendOne(Connection receiver, ByteBuffer frame) {
        if (delivery.delivers(receiver)) {
            retrying.send(receiver, frame);
        }
    }
}
