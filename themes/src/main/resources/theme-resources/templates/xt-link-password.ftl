<#import "template.ftl" as layout>
<#import "xt-form.ftl" as form>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('password') || messagesPerField.exists('global') displayInfo=true; section>
    <#if section = "header">
        ${msg("xtAccountExistsTitle")}
    <#elseif section = "form">
        <p class="xt-lead">${msg("xtLinkPassword", xt.provider)} <strong class="xt-address"><bdi>${xt.email}</bdi></strong></p>
        <form id="xt-link-password" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
            <@form.passwordOwner email=xt.email/>
            <div class="${properties.kcFormGroupClass!}">
                <label for="password" class="${properties.kcLabelClass!}">${msg("xtPasswordLabel")}</label>
                <@form.error input="password" id="password" alert=true/>
                <input id="password" class="${properties.kcInputClass!}" type="password" name="password" required dir="ltr"
                       autocomplete="current-password"<@form.described input="password" id="password" focus=true/>>
            </div>
            <@form.submit id="xt-link">${msg("xtLink")}</@form.submit>
        </form>
    <#elseif section = "info">
        <a id="xt-start-again" href="${url.loginRestartFlowUrl}">${msg("xtStartAgain")}</a>
    </#if>
</@layout.registrationLayout>
