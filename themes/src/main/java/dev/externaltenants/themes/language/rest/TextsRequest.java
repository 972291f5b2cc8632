package dev.externaltenants.themes.language.rest;

import dev.externaltenants.themes.language.TextOverrideProvider;
import dev.externaltenants.userflow.TenantException;
import dev.externaltenants.userflow.UserFlowProvider;
import dev.externaltenants.userflow.rest.AdminRequest;
import dev.externaltenants.userflow.rest.AdministratorTask;

/**
 * A call about the texts of the tenant, or of a user flow. Both are how pages look to customers, so both are a matter of
 * who manages brands.
 *
 * @param userFlow id of the flow, or null for the tenant
 */
record TextsRequest(AdminRequest request, String userFlow) {

    static final String USER_FLOW = "userFlow";

    void requireView() {
        request.rights().requireView(AdministratorTask.BRANDING);
    }

    void requireManage() {
        request.rights().requireManage(AdministratorTask.BRANDING);
    }

    TextOverrideProvider texts() {
        return TextOverrideProvider.of(request.session());
    }

    /**
     * Returns the flow whose texts are meant, or null for the tenant's; never the tenant's by mistake.
     *
     * @throws TenantException {@code xt_flow_not_found}, {@code xt_unknown_parameter}
     */
    String flow() {
        request.requireNoParameterBut(USER_FLOW);
        if (!request.session().getContext().getUri().getQueryParameters().containsKey(USER_FLOW)) {
            return null;
        }
        if (userFlow == null
                || userFlow.isEmpty()
                || UserFlowProvider.of(request.session())
                        .find(request.realm(), userFlow)
                        .isEmpty()) {
            throw TenantException.notFound("xt_flow_not_found", "There is no such user flow.");
        }
        return userFlow;
    }
}
