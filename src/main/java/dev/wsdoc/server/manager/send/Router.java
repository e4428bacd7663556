package dev.wsdoc.server.manager.send;

import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Registry;
import dev.wsdoc.server.manager.policy.Delivery;
import dev.wsdoc.server.manager.policy.EndHook;
import dev.wsdoc.server.manager.policy.Retrying;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;

/** Who hears what: passes each message on to those whom its sender's role addresses. Loop thread only. */
public final class Router {
    private final Registry registry;
    private final Delivery delivery;
    private final Retrying retrying;
    private final EndHook endHook;

    public Router(Registry registry, Delivery delivery, Retrying retrying, EndHook endHook) {
        this.registry = registry;
        this.delivery = delivery;
        this.retrying = retrying;
        this.endHook = endHook;
    }

    /** Passes on a message, which comes as a frame to send that all its receivers share. */
    public void route(Connection sender, ByteBuffer frame) {
        switch (sender.role()) {
            case ECHO -> sendOne(sender, frame);
            case ADMIN -> {
                endHook.broadcasting();
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
