<#import "template.ftl" as layout>
<#import "xt-form.ftl" as form>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('email') || messagesPerField.exists('global'); section>
    <#if section = "header">
        ${msg("xtEmailChangeTitle")}
    <#elseif section = "form">
        <p class="xt-lead">${msg("xtEmailChangeIntro")}</p>
        <#if xt.present?has_content>
            <p class="xt-lead">${msg("xtEmailChangePresent")} <strong class="xt-address"><bdi>${xt.present}</bdi></strong></p>
        </#if>
        <form id="xt-email-change" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
            <@form.emailField input="email" label=msg("xtEmailChangeLabel") autocomplete="email" value=xt.email/>
            <div class="${properties.kcFormGroupClass!}">
                <div class="xt-choice">
                    <input id="logout-sessions" class="${properties.kcCheckboxInputClass!}" type="checkbox" name="logout-sessions" value="on"<#if xt.endSessions> checked</#if>>
                    <label for="logout-sessions" class="xt-choice-label">${msg("xtResetEndSessions")}</label>
                </div>
            </div>
            <@form.submit id="xt-send-code">${msg("xtSendCode")}</@form.submit>
            <#if isAppInitiatedAction??>
                <div class="xt-aside"><button id="xt-cancel" class="${properties.kcButtonClass!} ${properties.kcButtonLinkClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}" type="submit" name="cancel-aia" value="true" formnovalidate>${msg("doCancel")}</button></div>
            </#if>
        </form>
    </#if>
</@layout.registrationLayout>
