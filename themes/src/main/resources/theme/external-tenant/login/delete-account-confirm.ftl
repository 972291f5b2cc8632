<#import "template.ftl" as layout>
<#import "xt-form.ftl" as form>
<#-- Base's page, whose warning has the classes of another stylesheet. -->
<@layout.registrationLayout; section>
    <#if section = "header">
        ${msg("deleteAccountConfirm")}
    <#elseif section = "form">
        <@form.alert type="warning">${msg("irreversibleAction")}</@form.alert>
        <p>${msg("deletingImplies")}</p>
        <ul>
            <li>${msg("loggingOutImmediately")}</li>
            <li>${msg("errasingData")}</li>
        </ul>
        <p>${msg("finalDeletionConfirmation")}</p>
        <form class="xt-actions xt-space-above" action="${url.loginAction}" method="post" novalidate>
            <button class="${properties.kcButtonClass!} xt-danger-fill" type="submit">${msg("doConfirmDelete")}</button>
            <#if triggered_from_aia><button class="${properties.kcButtonClass!} ${properties.kcButtonDefaultClass!}" type="submit" name="cancel-aia" value="true">${msg("doCancel")}</button></#if>
        </form>
    </#if>
</@layout.registrationLayout>
