<#import "template.ftl" as layout>
<#-- Base's page without its script inside; the button is there for everybody, in case the next page takes its time. -->
<@layout.registrationLayout; section>
    <#if section = "header">
        ${msg("saml.post-form.title")}
    <#elseif section = "form">
        <form name="saml-post-binding" method="post" action="${samlPost.url}" novalidate data-xt-submit>
            <#if samlPost.SAMLRequest??><input type="hidden" name="SAMLRequest" value="${samlPost.SAMLRequest}"></#if>
            <#if samlPost.SAMLResponse??><input type="hidden" name="SAMLResponse" value="${samlPost.SAMLResponse}"></#if>
            <#if samlPost.relayState??><input type="hidden" name="RelayState" value="${samlPost.relayState}"></#if>
            <button class="${properties.kcButtonClass!} ${properties.kcButtonPrimaryClass!} ${properties.kcButtonBlockClass!}" type="submit">${msg("doContinue")}</button>
        </form>
        <script type="module" src="${url.resourcesPath}/js/xt-submit.js"></script>
    </#if>
</@layout.registrationLayout>
