<#import "template.ftl" as layout>
<#import "xt-form.ftl" as form>
<@layout.registrationLayout displayMessage=!messagesPerField.existsError('password') || messagesPerField.exists('global') displayInfo=(xt.resetOffered!false) || (xtBrand.resetUrl)?has_content; section>
    <#if section = "header">
        ${msg("xtPasswordTitle")}
    <#elseif section = "form">
        <@form.account email=xt.email/>
        <form id="xt-password" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
            <@form.passwordOwner email=xt.email/>
            <div class="${properties.kcFormGroupClass!}">
                <label for="password" class="${properties.kcLabelClass!}">${msg("xtPasswordLabel")}</label>
                <@form.error input="password" id="password" alert=true/>
                <input id="password" class="${properties.kcInputClass!}" type="password" name="password" required dir="ltr"
                       autocomplete="current-password"<@form.described input="password" id="password" focus=true/>>
            </div>
            <@form.staySignedIn/>
            <@form.submit id="xt-sign-in">${msg("xtSignIn")}</@form.submit>
            <#if xt.codeOffered>
                <div class="xt-aside"><@form.otherSubmit id="xt-use-code" value="code" look=properties.kcButtonLinkClass!>${msg("xtUseCode")}</@form.otherSubmit></div>
            </#if>
        </form>
    <#elseif section = "socialProviders">
        <@form.providers list=xt.providers![]/>
    <#elseif section = "info">
        <a id="xt-forgot-password" href="${(xtBrand.resetUrl)!url.loginResetCredentialsUrl}"><#if (xtBrand.resetText)?has_content><bdi>${xtBrand.resetText}</bdi><#else>${msg("doForgotPassword")}</#if></a>
    </#if>
</@layout.registrationLayout>
