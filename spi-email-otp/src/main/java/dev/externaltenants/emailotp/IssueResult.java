package dev.externaltenants.emailotp;

/** What became of the wish for a code. */
public sealed interface IssueResult {

    /** A code was issued; its mail leaves after commit. */
    record Sent(String challengeId, PasscodeState state) implements IssueResult {}

    /** The address got a mail for this purpose a moment ago. */
    record CoolingDown(int secondsLeft) implements IssueResult {}

    /** A budget of mails is used up; nothing was sent. */
    record TooManyMails(MailBudget budget) implements IssueResult {}

    /** Who asked for too many mails, from the narrowest to the widest. */
    enum MailBudget {
        ADDRESS,
        ACCOUNT,
        SOURCE,
        TENANT
    }
}
