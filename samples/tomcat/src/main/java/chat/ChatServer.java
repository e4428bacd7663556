package chat;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.websocket.server.ServerContainer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.function.IntSupplier;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.websocket.server.WsSci;

/** Tomcat on one port: an annotated endpoint, and everywhere else how many connections are listed. */
final class ChatServer {

    private ChatServer() {}

    static void start(int port, Class<?> endpoint, IntSupplier total) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
        tomcat.setHostname("127.0.0.1");
        tomcat.setPort(port);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", null);
        context.addServletContainerInitializer(new WsSci(), null);
        context.addServletContainerInitializer((classes, servlets) -> add(endpoint, servlets), null);
        Tomcat.addServlet(context, "status", new StatusPage(total));
        context.addServletMappingDecoded("/*", "status");
        tomcat.start();
        tomcat.getServer().await();
    }

    private static void add(Class<?> endpoint, ServletContext servlets) {
        try {
            ((ServerContainer) servlets.getAttribute(ServerContainer.class.getName())).addEndpoint(endpoint);
        } catch (jakarta.websocket.DeploymentException e) {
            throw new IllegalStateException(endpoint + " is no endpoint", e);
        }
    }

    private static final class StatusPage extends HttpServlet {
        private final transient IntSupplier total;

        StatusPage(IntSupplier total) {
            this.total = total;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("application/json");
            response.getWriter().print("{\"connections\":{\"total\":" + total.getAsInt() + "}}");
        }
    }
}
