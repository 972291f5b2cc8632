package dev.externaltenants.emailotp;

/**
 * A code on its way into a mail.
 *
 * @param code in clear: it lives in memory only, and only until the mail is rendered
 * @param lifetime seconds that the code lives
 * @param paid what the mail cost
 * @param codeInSubject whether the subject begins with the code
 */
record PasscodeMail(
        String mailId, IssueRequest request, String code, int lifetime, Postage.Paid paid, boolean codeInSubject) {

    String address() {
        return request.scope().address();
    }

    /** Never the code: a record would print it wherever it is logged. */
    @Override
    public String toString() {
        return "PasscodeMail[" + MaskedEmail.of(address()) + "]";
    }
}
