package chat;

/** Says how many connections are listed. */
interface Roll {
    int total();
}
