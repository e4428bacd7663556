package chat;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.web.socket.WebSocketHandler;
import org.springframework.web.socket.config.annotation.EnableWebSocket;
import org.springframework.web.socket.config.annotation.WebSocketConfigurer;

/**
 * What one says goes to all, on Spring Boot with Tomcat; naive in the profile {@code before}, mended in {@code after}:
 *
 * <pre>java -jar target/chat.jar --spring.profiles.active=before --server.port=8004</pre>
 */
@SpringBootApplication
@EnableWebSocket
@EnableScheduling
public class ChatApplication {

    public static void main(String[] args) {
        SpringApplication.run(ChatApplication.class, args);
    }

    @Bean
    WebSocketConfigurer chatAt(WebSocketHandler chat) {
        return registry -> registry.addHandler(chat, "/ws");
    }
}
