<#import "template.ftl" as layout>
<#import "xt-form.ftl" as form>
<#import "xt-fields.ftl" as fields>
<#assign password={"input": "password", "id": "password", "label": msg("xtPasswordLabel")}>
<#assign confirmation={"input": "password-confirm", "id": "password-confirm", "label": msg("xtPasswordConfirmLabel", msg("xtPasswordLabel"))}>
<#assign passwords=xt.withPassword?then([password, confirmation], [])>
<#assign wrong=[]>
<#list passwords as control>
    <#if messagesPerField.existsError(control.input)><#assign wrong=wrong + [control.id]></#if>
</#list>
<#list xt.fields as field>
    <#if messagesPerField.existsError(field.input)><#assign wrong=wrong + [fields.idOf(field?index)]></#if>
</#list>
<#assign alone=!wrong?has_content && fields.plainError("global")?has_content>
<@layout.registrationLayout displayMessage=!wrong?has_content && !alone; section>
    <#if section = "header">
        <#if xt.email?has_content>${msg("xtAttributesTitle")}<#else>${msg("xtMissingTitle")}</#if>
    <#elseif section = "form">
        <#if alone>
            <@form.alert type="error" id="xt-errors" focus=true><p><@fields.wrongText input="global"/></p></@form.alert>
        <#elseif wrong?has_content>
            <#-- It takes the cursor, so that those who do not see the page hear at once what is wrong. -->
            <@form.alert type="error" id="xt-errors" focus=true>
                <#if messagesPerField.existsError('global')><p><@fields.wrongText input='global'/></p></#if>
                <p>${msg("xtCheckEntries")}</p>
                <ul>
                    <#list passwords as control>
                        <#if messagesPerField.existsError(control.input)><li><a href="#${control.id}">${control.label} – <@form.wrongText input=control.input/></a></li></#if>
                    </#list>
                    <#-- Never echoed, so what was right has to be typed again. -->
                    <#if xt.withPassword && !messagesPerField.existsError(password.input) && !messagesPerField.existsError(confirmation.input)><li><a href="#${password.id}">${msg("xtPasswordAgain")}</a></li></#if>
                    <#list xt.fields as field>
                        <#if messagesPerField.existsError(field.input)><li><a href="#${fields.idOf(field?index)}"><bdi>${fields.plain(field.labelHtml)?no_esc}</bdi> – <@fields.wrongText input=field.input/></a></li></#if>
                    </#list>
                </ul>
            </@form.alert>
        </#if>
        <#-- Without an address the account is there, and lacks something. -->
        <p class="xt-lead"><#if xt.email?has_content>${msg("xtEmailConfirmed")} <strong class="xt-address"><bdi>${xt.email}</bdi></strong><#else>${msg("xtMissingIntro")}</#if></p>
        <@form.description key="xtAttributesDescription"/>
        <form id="xt-attributes" class="${properties.kcFormClass!}" action="${url.loginAction}" method="post" novalidate>
            <#if xt.withPassword || xt.fields?has_content><p class="xt-hint">${msg("xtAllRequired")}</p></#if>
            <#if xt.withPassword>
                <@form.passwordOwner email=xt.email/>
                <@newPassword control=password hint=(xt.minPasswordLength gt 0)?then("xt-password-hint", "")/>
                <@newPassword control=confirmation/>
            </#if>
            <#list xt.fields as field>
                <@fields.attribute field=field id=fields.idOf(field?index)/>
            </#list>
            <#-- The page says that what is not called optional is required. -->
            <@form.staySignedIn optional=true/>
            <@form.submit id="xt-create-account">${xt.email?has_content?then(msg("xtCreateAccount"), msg("xtContinue"))}</@form.submit>
        </form>
    </#if>
</@layout.registrationLayout>

<#macro newPassword control hint="">
    <div class="${properties.kcFormGroupClass!}">
        <label for="${control.id}" class="${properties.kcLabelClass!}">${control.label}</label>
        <#if hint?has_content><@form.passwordRule id=hint length=xt.minPasswordLength/></#if>
        <@form.error input=control.input id=control.id/>
        <input id="${control.id}" class="${properties.kcInputClass!}" type="password" name="${control.input}" required dir="ltr"
               autocomplete="new-password"<@form.described input=control.input id=control.id hint=hint/>>
    </div>
</#macro>
