package dev.externaltenants.tests.servers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import javax.net.ServerSocketFactory;

/** A mail server that answers as a test tells it, or not at all. */
public final class ScriptedSmtpServer implements AutoCloseable {

    private static final Map<Step, Reply> USUAL = Map.of(
            Step.GREETING, Reply.line("220 localhost"),
            Step.EHLO, Reply.line("250 localhost"),
            Step.AUTH, Reply.line("235 welcome"),
            Step.MAIL, Reply.line("250 go on"),
            Step.RCPT, Reply.line("250 go on"),
            Step.DATA, Reply.line("354 go on"),
            Step.CONTENT, Reply.line("250 taken"),
            Step.QUIT, Reply.line("221 bye"));

    private final ServerSocket socket;
    private final Thread listener = daemon(this::accept);
    private final Map<Step, List<Reply>> script = new ConcurrentHashMap<>();
    private final List<Socket> connections = new CopyOnWriteArrayList<>();
    private final AtomicInteger brokenOff = new AtomicInteger();
    private final List<String> contents = new CopyOnWriteArrayList<>();

    private ScriptedSmtpServer(ServerSocket socket) {
        this.socket = socket;
    }

    /** What a client may ask for; {@code CONTENT} is the end of the letter. */
    public enum Step {
        GREETING,
        EHLO,
        AUTH,
        MAIL,
        RCPT,
        DATA,
        CONTENT,
        QUIT
    }

    /** What the server does when it is asked. */
    public interface Reply {

        void give(Socket client) throws IOException;

        static Reply line(String line) {
            return client -> write(client, line + "\r\n");
        }

        /** Says nothing until the client hangs up. */
        static Reply silence() {
            return client -> client.getInputStream().transferTo(OutputStream.nullOutputStream());
        }

        static Reply hangUp() {
            return Socket::close;
        }

        /** One byte after the other of an answer that never ends. */
        static Reply drip() {
            return client -> {
                while (true) {
                    write(client, "2");
                    pause();
                }
            };
        }

        /** Waits before it answers. */
        static Reply after(CountDownLatch signal, Reply answer) {
            return client -> {
                try {
                    signal.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                answer.give(client);
            };
        }

        private static void write(Socket client, String text) throws IOException {
            client.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            client.getOutputStream().flush();
        }

        private static void pause() throws IOException {
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    /** @param port 0 takes a free one */
    public static ScriptedSmtpServer start(int port) {
        return start(port, ServerSocketFactory.getDefault());
    }

    /** @param sockets such as those that speak TLS */
    public static ScriptedSmtpServer start(int port, ServerSocketFactory sockets) {
        try {
            ScriptedSmtpServer server = new ScriptedSmtpServer(
                    sockets.createServerSocket(port, 50, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
            server.listener.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + port + " cannot be listened on", e);
        }
    }

    /** Has the first connection get the first reply, the next one the next, and all others the last. */
    public ScriptedSmtpServer at(Step step, Reply... replies) {
        script.put(step, List.of(replies));
        return this;
    }

    public int port() {
        return socket.getLocalPort();
    }

    public int connections() {
        return connections.size();
    }

    /** Returns how many talks ended in the middle. */
    public int brokenOff() {
        return brokenOff.get();
    }

    /** Returns the letters that came to their end, taken or not. */
    public List<String> contents() {
        return contents;
    }

    /** Returns when the port is free: the system keeps listening until the thread in {@code accept} has woken up. */
    @Override
    public void close() {
        try {
            socket.close();
            listener.join();
            for (Socket connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                connections.add(client);
                int number = connections.size();
                daemon(() -> talk(client, number)).start();
            }
        } catch (IOException e) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void talk(Socket client, int number) {
        try (client) {
            answer(client, number);
        } catch (IOException e) {
            // Clients that hang up, and those that do not trust it, are what it is for.
            brokenOff.incrementAndGet();
        }
    }

    private void answer(Socket client, int number) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
        reply(client, Step.GREETING, number);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Step step = step(line);
            if (step == null) {
                Reply.line("250 go on").give(client);
                continue;
            }
            reply(client, step, number);
            if (step == Step.DATA && !script.containsKey(Step.DATA)) {
                contents.add(content(in));
                reply(client, Step.CONTENT, number);
            }
        }
    }

    private void reply(Socket client, Step step, int number) throws IOException {
        List<Reply> replies = script.getOrDefault(step, List.of(USUAL.get(step)));
        replies.get(Math.min(number, replies.size()) - 1).give(client);
    }

    private static String content(BufferedReader in) throws IOException {
        StringBuilder content = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            content.append(line).append('\n');
        }
        return content.toString();
    }

    private static Step step(String line) {
        String verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
        return switch (verb) {
            case "EHLO", "HELO" -> Step.EHLO;
            case "AUTH" -> Step.AUTH;
            case "MAIL" -> Step.MAIL;
            case "RCPT" -> Step.RCPT;
            case "DATA" -> Step.DATA;
            case "QUIT" -> Step.QUIT;
            default -> null;
        };
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "scripted-smtp");
        thread.setDaemon(true);
        return thread;
    }
}
