package dev.externaltenants.bench.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

import dev.externaltenants.bench.measure.ServerJvm;
import jdk.management.jfr.FlightRecorderMXBean;

/** The JDK's flight recorder in the server, while something runs. */
public final class Recording {

    private Recording() {}

    /** Records the work into the file and reads it. */
    public static Samples during(Runnable work, ProcessHandle server, Path file) {
        try (ServerJvm jvm = ServerJvm.of(server)) {
            FlightRecorderMXBean recorder = jvm.bean(FlightRecorderMXBean.MXBEAN_NAME, FlightRecorderMXBean.class);
            long recording = recorder.newRecording();
            recorder.setPredefinedConfiguration(recording, "profile");
            recorder.startRecording(recording);
            work.run();
            recorder.stopRecording(recording);
            recorder.copyTo(recording, file.toString());
            recorder.closeRecording(recording);
            return Samples.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
