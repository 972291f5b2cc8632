<#import "template.ftl" as layout>
<#import "xt-form.ftl" as form>
<#assign wrongNew=messagesPerField.existsError("password-new")>
<#assign wrongConfirmation=messagesPerField.existsError("password-confirm")>
<@layout.registrationLayout displayMessage=!wrongNew && !wrongConfirmation; section>
    <#if section = "header">
        ${msg("xtResetChooseTitle")}
    <#elseif section = "form">
        <p class="xt-lead">${msg("xtEmailConfirmed")} <strong class="xt-address"><bdi>${xt.email}</bdi></strong></p>
        <form id="xt-new-password" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
            <@form.passwordOwner email=xt.email/>
            <@field name="password-new" label=msg("xtResetNewLabel") rule=xt.minPasswordLength focus=wrongNew || !wrongConfirmation/>
            <@field name="password-confirm" label=msg("xtPasswordConfirmLabel", msg("xtPasswordLabel")) focus=wrongConfirmation && !wrongNew/>
            <div class="${properties.kcFormGroupClass!}">
                <div class="xt-choice">
                    <input id="logout-sessions" class="${properties.kcCheckboxInputClass!}" type="checkbox" name="logout-sessions" value="on"<#if xt.endSessions> checked</#if>>
                    <label for="logout-sessions" class="xt-choice-label">${msg("xtResetEndSessions")}</label>
                </div>
            </div>
            <@form.submit id="xt-save-password">${msg("xtResetSave")}</@form.submit>
        </form>
    </#if>
</@layout.registrationLayout>

<#macro field name label rule=0 focus=false>
    <div class="${properties.kcFormGroupClass!}">
        <label for="${name}" class="${properties.kcLabelClass!}">${label}</label>
        <@form.passwordRule id="xt-password-hint" length=rule/>
        <@form.error input=name id=name alert=focus/>
        <input id="${name}" class="${properties.kcInputClass!}" type="password" name="${name}" required dir="ltr"
               autocomplete="new-password"<@form.described input=name id=name hint=(rule gt 0)?then("xt-password-hint", "") focus=focus/>>
    </div>
</#macro>
