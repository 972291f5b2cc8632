<#import "xt-account-parts.ftl" as account>
<@account.page title=msg("xtAccountPrivacyTitle")>
    <@account.navigation current="privacy"/>
    <#if xt.consents?has_content>
        <@account.section id="xt-consents-title" title=msg("xtAccountConsents")>
            <ul class="xt-rows">
                <#list xt.consents as consent>
                    <li>
                        <div>
                            <bdi>${consent.labelHtml?no_esc}</bdi>
                            <p class="xt-hint"><#if consent.given>${msg("xtAccountConsentGiven", consent.day)}<#else>${msg("xtAccountConsentWithdrawn", consent.day)}</#if></p>
                        </div>
                        <#if consent.given && xt.mayChange>
                            <@account.action id="xt-withdraw-" + consent.attribute path="privacy/withdrawal" name="attribute" value=consent.attribute text=msg("xtAccountWithdraw") label=msg("xtAccountWithdrawOf", consent.label)/>
                        </#if>
                    </li>
                </#list>
            </ul>
        </@account.section>
    </#if>
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
