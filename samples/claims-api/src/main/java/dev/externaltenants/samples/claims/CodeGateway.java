package dev.externaltenants.samples.claims;

/** Takes one-time codes to customers, by mail or by SMS. */
public interface CodeGateway {

    /** Returns once the code is on its way; whatever it throws says that it is not. */
    void send(String address, String code);
}
