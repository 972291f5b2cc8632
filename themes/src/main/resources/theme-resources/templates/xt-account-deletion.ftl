<#import "xt-account-parts.ftl" as account>
<@account.page title=msg("xtAccountDeletionAsk")>
    <p>${msg("xtAccountDeletionWhat")}</p>
    <p class="xt-account"><bdi>${xt.email}</bdi></p>
    <#if xt.fresh>
        <@account.action id="xt-delete" path="privacy/deletion" text=msg("xtAccountDeletionDo") look="xt-danger-fill xt-block"/>
    <#else>
        <p class="xt-lead">${msg("xtAccountDeletionProof")}</p>
        <@account.action id="xt-prove" path="privacy/deletion/proof" text=msg("xtAccountDeletionProve") look="xt-primary xt-block"/>
    </#if>
    <a id="xt-keep" class="${properties.kcButtonClass!} ${properties.kcButtonDefaultClass!} ${properties.kcButtonBlockClass!} xt-space-above" href="${xt.home}privacy">${msg("xtAccountDeletionKeep")}</a>
</@account.page>
