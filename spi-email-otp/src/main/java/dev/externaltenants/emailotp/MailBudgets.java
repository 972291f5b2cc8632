package dev.externaltenants.emailotp;

import java.util.List;
import java.util.OptionalInt;

import dev.externaltenants.emailotp.IssueResult.MailBudget;

/** The three budgets of mails, from the narrowest to the widest: all of them must have room. */
record MailBudgets(Budget address, Budget source, Budget tenant) {

    /** What came of taking a mail. */
    sealed interface Taking {

        /** @param slotKeys the slot in each budget, which a proven or failed mail gives back */
        record Taken(List<String> slotKeys) implements Taking {}

        record UsedUp(MailBudget budget) implements Taking {}
    }

    Taking take() {
        OptionalInt addressSlot = address.take();
        if (addressSlot.isEmpty()) {
            return new Taking.UsedUp(MailBudget.ADDRESS);
        }
        OptionalInt sourceSlot = source.take();
        if (sourceSlot.isEmpty()) {
            address.giveBack(addressSlot.getAsInt());
            return new Taking.UsedUp(MailBudget.SOURCE);
        }
        OptionalInt tenantSlot = tenant.take();
        if (tenantSlot.isEmpty()) {
            address.giveBack(addressSlot.getAsInt());
            source.giveBack(sourceSlot.getAsInt());
            return new Taking.UsedUp(MailBudget.TENANT);
        }
        return new Taking.Taken(List.of(
                address.slotKey(addressSlot.getAsInt()),
                source.slotKey(sourceSlot.getAsInt()),
                tenant.slotKey(tenantSlot.getAsInt())));
    }
}
