<#import "template.ftl" as layout>
<#import "xt-form.ftl" as form>
<#-- Base's form, with the rule before it is broken. After an invitation there was no password to update. -->
<#assign shortest=(passwordPolicies.length)!0>
<#assign new="password-new">
<#assign confirmation="password-confirm">
<#assign wrongNew=messagesPerField.existsError("password")>
<#assign wrongConfirmation=messagesPerField.existsError(confirmation)>
<#assign wrong=wrongNew || wrongConfirmation>
<@layout.registrationLayout displayMessage=!wrong && message?has_content && message.type == "error"; section>
    <#if section = "header">
        ${msg("xtNewPasswordTitle")}
    <#elseif section = "form">
        <p class="xt-lead">${msg("xtNewPasswordIntro")}</p>
        <form id="xt-update-password" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
            <div class="${properties.kcFormGroupClass!}">
                <label for="${new}" class="${properties.kcLabelClass!}">${msg("passwordNew")}</label>
                <@form.passwordRule id="xt-password-hint" length=shortest/>
                <@form.error input="password" id=new/>
                <input id="${new}" class="${properties.kcInputClass!}" type="password" name="${new}" required dir="ltr"
                       autocomplete="new-password"<@form.described input="password" id=new hint=(shortest gt 0)?then("xt-password-hint", "") focus=wrongNew || !wrongConfirmation/>>
            </div>
            <div class="${properties.kcFormGroupClass!}">
                <label for="${confirmation}" class="${properties.kcLabelClass!}">${msg("xtPasswordConfirmLabel", msg("xtPasswordLabel"))}</label>
                <@form.error input=confirmation id=confirmation/>
                <input id="${confirmation}" class="${properties.kcInputClass!}" type="password" name="${confirmation}" required dir="ltr"
                       autocomplete="new-password"<@form.described input=confirmation id=confirmation focus=wrongConfirmation && !wrongNew/>>
            </div>
            <@form.endOtherSessions/>
            <@form.submit id="xt-save-password" name="login" value="save">${msg("xtContinue")}</@form.submit>
            <@form.cancelAction/>
        </form>
    </#if>
</@layout.registrationLayout>
