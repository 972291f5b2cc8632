<#import "template.ftl" as layout>
<@layout.registrationLayout; section>
    <#if section = "header">
        ${msg("xtAccountExistsTitle")}
    <#elseif section = "form">
        <p class="xt-lead">${msg("xtAccountExistsIntro")} <strong class="xt-address"><bdi>${xt.email}</bdi></strong></p>
        <a id="xt-to-sign-in" class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!} ${properties.kcButtonLargeClass!}" href="${url.loginUrl}">${msg("xtSignIn")}</a>
    </#if>
</@layout.registrationLayout>
