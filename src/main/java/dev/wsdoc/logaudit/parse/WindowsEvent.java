package dev.wsdoc.logaudit.parse;

/** The event that Windows writes of a program's death: names and values, then the exception. Stateless. */
final class WindowsEvent {
    private static final String[] NAMES = {
        "CoreCLR Version: ",
        ".NET Version: ",
        "Framework Version: ",
        "Description: ",
        "Exception Info: ",
        "Exception code: ",
        "exception code ",
        "exception address ",
        "Message: ",
        "Stack:",
        "Category: ",
        "EventId: ",
        "RequestId: ",
        "RequestPath: ",
        "Faulting ",
        "Fault offset: ",
        "Report Id: ",
        "Event Name: ",
        "Response: ",
        "Cab Id: ",
        "Problem signature:",
    };

    private WindowsEvent() {}

    static boolean begins(String line) {
        if (line.startsWith("Faulting application name: ") || line.startsWith("Fault bucket ")) {
            return true;
        }
        return line.startsWith("Application: ") && line.indexOf(' ', 13) < 0;
    }

    static boolean isPart(String line) {
        for (String name : NAMES) {
            if (line.startsWith(name)) {
                return true;
            }
        }
        return false;
    }
}
