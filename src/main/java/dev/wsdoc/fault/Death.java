package dev.wsdoc.fault;

/** A fault after which nobody is there: the socket is gone without a goodbye, and only the server can tell whether it noticed. */
interface Death extends Fault {
    @Override
    default String judged() {
        return "noticed within --detect-within, forgotten by the cleanup, nothing above DEBUG in the log";
    }

    @Override
    default Profile profile() {
        return Profile.PUSH;
    }

    @Override
    default Notice notice() {
        return Notice.AT_ONCE;
    }

    @Override
    default Farewell farewell() {
        return Farewell.ABNORMAL;
    }

    @Override
    default Aftermath aftermath() {
        return Aftermath.GONE;
    }
}
