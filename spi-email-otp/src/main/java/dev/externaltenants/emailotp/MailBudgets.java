package dev.externaltenants.emailotp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

import dev.externaltenants.emailotp.IssueResult.MailBudget;

/**
 * The budgets of mails: all of them must have room.
 *
 * @param byKind from the narrowest to the widest
 */
record MailBudgets(Map<MailBudget, Budget> byKind) {

    /** What came of taking a mail. */
    sealed interface Taking {

        /** @param slotKeys the slot in each budget, which a proven or failed mail gives back */
        record Taken(List<String> slotKeys) implements Taking {}

        record UsedUp(MailBudget budget) implements Taking {}
    }

    Taking take() {
        Map<Budget, Integer> taken = new LinkedHashMap<>();
        for (Map.Entry<MailBudget, Budget> budget : byKind.entrySet()) {
            OptionalInt slot = budget.getValue().take();
            if (slot.isEmpty()) {
                taken.forEach(Budget::giveBack);
                return new Taking.UsedUp(budget.getKey());
            }
            taken.put(budget.getValue(), slot.getAsInt());
        }
        return new Taking.Taken(taken.entrySet().stream()
                .map(slot -> slot.getKey().slotKey(slot.getValue()))
                .toList());
    }
}
