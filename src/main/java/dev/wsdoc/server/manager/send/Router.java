package dev.wsdoc.server.manager.send;

import dev.wsdoc.server.manager.connection.Connection;
import dev.wsdoc.server.manager.connection.Registry;
import dev.wsdoc.server.manager.policy.Delivery;
import dev.wsdoc.server.manager.policy.EndHook;
import dev.wsdoc.server.manager.policy.Manners;
import dev.wsdoc.server.manager.policy.Retrying;
import dev.wsdoc.server.manager.policy.SendResult;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;

/** Who hears what: passes each message on to those whom its sender's role addresses. Loop thread only. */
public final class Router {
    private final Registry registry;
    private final Delivery delivery;
    private final Retrying retrying;
    private final EndHook endHook;
    private final Manners manners;

    public Router(Registry registry, Delivery delivery, Retrying retrying, EndHook endHook, Manners manners) {
        this.registry = registry;
        this.delivery = delivery;
        this.retrying = retrying;
        this.endHook = endHook;
        this.manners = manners;
    }

    /** Passes on a message, which comes as a frame to send that all its receivers share. */
    public void route(Connection sender, ByteBuffer frame) {
        ByteBuffer worded = delivery.worded(sender, frame);
        switch (sender.role()) {
            case ECHO -> sendOne(sender, sender, worded);
            case ADMIN -> {
                endHook.broadcasting();
                sendAll(sender, registry.customers(), worded);
            }
            case CUSTOMER -> {
                String session = sender.session();
                if (session != null) {
                    sendAll(sender, registry.session(session), worded);
                }
                sendAll(sender, registry.admins(), worded);
            }
        }
        manners.said(sender);
    }

    private void sendAll(Connection sender, Collection<Connection> receivers, ByteBuffer frame) {
        // a copy: a failed send may take its receiver off the list
        for (Connection receiver : List.copyOf(receivers)) {
            sendOne(sender, receiver, frame.duplicate());
        }
    }

    private void sendOne(Connection sender, Connection receiver, ByteBuffer frame) {
        if (delivery.delivers(receiver) && retrying.send(receiver, frame) == SendResult.REFUSED) {
            manners.unreached(sender);
        }
    }
}
