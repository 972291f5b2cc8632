<#import "xt-account-parts.ftl" as account>
<@account.page title=msg("xtAccountPrivacyTitle")>
    <@account.navigation current="privacy"/>
    <@account.section id="xt-data-title" title=msg("xtAccountData")>
        <p>${msg("xtAccountDataIntro")}</p>
        <a id="xt-download" class="${properties.kcButtonClass!} ${properties.kcButtonDefaultClass!}" href="${xt.home}privacy/data">${msg("xtAccountDownload")}</a>
    </@account.section>
    <@account.section id="xt-deletion-title" title=msg("xtAccountDeletionTitle")>
        <#if xt.deletable && xt.mayChange>
            <p>${msg("xtAccountDeletionIntro")}</p>
            <a id="xt-to-deletion" class="${properties.kcButtonClass!} xt-danger" href="${xt.home}privacy/deletion">${msg("xtAccountDeletionBegin")}</a>
        <#else>
            <p>${msg("xtAccountDeletionNotPossible")}</p>
        </#if>
    </@account.section>
</@account.page>
