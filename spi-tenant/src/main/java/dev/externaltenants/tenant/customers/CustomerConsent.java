package dev.externaltenants.tenant.customers;

import dev.externaltenants.customattributes.consent.ConsentReceipt;

/**
 * A receipt as administrators read it.
 *
 * @param time an instant of UTC, as in ISO 8601
 */
record CustomerConsent(
        String id,
        String attribute,
        String document,
        String version,
        ConsentReceipt.Action action,
        String time,
        String language,
        String textHash,
        String userFlowId,
        String clientId,
        String source) {

    static CustomerConsent of(ConsentReceipt receipt) {
        return new CustomerConsent(
                receipt.id(),
                receipt.attribute(),
                receipt.document(),
                receipt.version(),
                receipt.action(),
                receipt.time().toString(),
                receipt.language(),
                receipt.textHash(),
                receipt.userFlowId(),
                receipt.clientId(),
                receipt.source());
    }
}
