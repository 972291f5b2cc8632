package dev.externaltenants.samples.claims;

/** What a customer typed, as it came out of its encryption. */
record SubmittedPassword(String username, String password, String nonce) {

    /** Never the password. */
    @Override
    public String toString() {
        return "SubmittedPassword[]";
    }
}
