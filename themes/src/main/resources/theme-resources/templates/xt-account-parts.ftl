<#import "template.ftl" as layout>
<#-- What the pages of an account share: the frame with the way from page to page, and forms that only this browser has. -->

<#macro page title displayMessage=true>
    <@layout.registrationLayout bodyClass="xt-account-page" displayMessage=displayMessage; section>
        <#if section = "header">
            ${title}
        <#elseif section = "form">
            <#nested>
        </#if>
    </@layout.registrationLayout>
</#macro>

<#-- Above the content in what is read, and in what the tab key meets. -->
<#macro navigation current>
    <nav class="xt-tabs" aria-label="${msg("xtAccountPages")}">
        <ul>
            <@tab id="personal" path="" text=msg("xtAccountPersonalTitle") current=current/>
            <@tab id="sign-in" path="sign-in" text=msg("xtAccountSignInTitle") current=current/>
            <@tab id="privacy" path="privacy" text=msg("xtAccountPrivacyTitle") current=current/>
        </ul>
        <a id="xt-sign-out" href="${xt.signOutUrl}">${msg("xtAccountSignOut")}</a>
    </nav>
</#macro>

<#macro tab id path text current>
    <li><a id="xt-to-${id}" href="${xt.home}${path}"<#if current == id> aria-current="page"</#if>>${text}</a></li>
</#macro>

<#macro section id title>
    <section class="xt-section" aria-labelledby="${id}">
        <h2 id="${id}">${title}</h2>
        <#nested>
    </section>
</#macro>

<#-- A form of its own for each thing that can be done, so that it works without a script. -->
<#macro action id path text name="" value="" look=properties.kcButtonDefaultClass!"" label="">
    <form id="${id}" action="${xt.home}${path}" method="post" novalidate><#t>
        <@token/><#t>
        <#if name?has_content><input type="hidden" name="${name}" value="${value}"></#if><#t>
        <button class="${properties.kcButtonClass!} ${look}" type="submit"<#if label?has_content> aria-label="${label}"</#if>>${text}</button><#t>
    </form><#t>
</#macro>

<#macro token><input type="hidden" name="token" value="${xt.token}"></#macro>
