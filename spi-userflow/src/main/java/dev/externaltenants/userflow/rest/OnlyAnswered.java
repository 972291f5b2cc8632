package dev.externaltenants.userflow.rest;

/** An enum of which the server answers values that nobody may send. */
public interface OnlyAnswered {

    boolean isOnlyAnswered();
}
