package dev.externaltenants.bench.realm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An SMTP server that keeps of each mail the code alone, so that it takes little of the cores it shares. */
public final class MailSink implements AutoCloseable {

    /** On a line of its own: the mail's other numbers, such as those of its boundary, are not. */
    private static final Pattern CODE = Pattern.compile("(?m)^\\s*(\\d{8})\\s*$");

    private static final long PATIENCE_SECONDS = 20;

    private final ServerSocket socket;
    private final Map<String, BlockingQueue<String>> codes = new ConcurrentHashMap<>();

    private MailSink(ServerSocket socket) {
        this.socket = socket;
    }

    public static MailSink start() {
        try {
            MailSink sink = new MailSink(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()));
            daemon(sink::accept);
            return sink;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** Waits for the next code that is sent to the address. */
    public String codeFor(String address) {
        try {
            String code = codesOf(address).poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (code == null) {
                throw new IllegalStateException("No mail to " + address + " came");
            }
            return code;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        try {
            while (true) {
                Socket client = socket.accept();
                daemon(() -> serve(client));
            }
        } catch (IOException e) {
            if (!socket.isClosed()) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            converse(
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1)),
                    client.getOutputStream());
        } catch (IOException e) {
            System.err.println("[mail] A sender went away: " + e.getMessage());
        }
    }

    private void converse(BufferedReader in, OutputStream out) throws IOException {
        String recipient = "";
        say(out, "220 bench");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String command = line.toUpperCase(Locale.ROOT);
            if (command.startsWith("RCPT TO:")) {
                recipient = line.substring(line.indexOf('<') + 1, line.indexOf('>'));
            }
            if (command.equals("DATA")) {
                say(out, "354 go on");
                keepCode(recipient, in);
            }
            say(out, command.equals("QUIT") ? "221 bye" : "250 ok");
            if (command.equals("QUIT")) {
                return;
            }
        }
    }

    private void keepCode(String recipient, BufferedReader in) throws IOException {
        StringBuilder mail = new StringBuilder();
        for (String line = in.readLine(); !line.equals("."); line = in.readLine()) {
            mail.append(line).append('\n');
        }
        Matcher code = CODE.matcher(mail);
        if (code.find()) {
            codesOf(recipient).add(code.group(1));
        }
    }

    private BlockingQueue<String> codesOf(String address) {
        return codes.computeIfAbsent(address, unknown -> new LinkedBlockingQueue<>());
    }

    private static void say(OutputStream out, String answer) throws IOException {
        out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "mail-sink");
        thread.setDaemon(true);
        thread.start();
    }
}
