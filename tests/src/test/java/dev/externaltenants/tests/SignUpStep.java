package dev.externaltenants.tests;

/** What a customer of an app does to have an account, in order. */
enum SignUpStep {
    OPEN_SIGN_IN,
    OPEN_SIGN_UP,
    GIVE_ADDRESS,
    TYPE_CODE,
    GIVE_ATTRIBUTES,
    REDEEM_CODE
}
