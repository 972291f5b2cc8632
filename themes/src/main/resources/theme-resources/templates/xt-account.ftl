<#import "xt-account-parts.ftl" as account>
<#import "xt-form.ftl" as form>
<#import "xt-fields.ftl" as fields>
<#assign wrong=[]>
<#assign editable=xt.language?has_content>
<#list xt.fields as field>
    <#if messagesPerField.existsError(field.input)><#assign wrong=wrong + [fields.idOf(field?index)]></#if>
    <#if !field.readOnly><#assign editable=true></#if>
</#list>
<@account.page title=msg("xtAccountPersonalTitle") displayMessage=!wrong?has_content>
    <@account.navigation current="personal"/>
    <#if wrong?has_content>
        <#-- It takes the cursor, so that those who do not see the page hear at once what is wrong. -->
        <@form.alert type="error" id="xt-errors" focus=true>
            <p>${msg("xtCheckEntries")}</p>
            <ul>
                <#list xt.fields as field>
                    <#if messagesPerField.existsError(field.input)><li><a href="#${fields.idOf(field?index)}"><bdi>${fields.plain(field.labelHtml)?no_esc}</bdi> – <@fields.wrongText input=field.input/></a></li></#if>
                </#list>
            </ul>
        </@form.alert>
    </#if>
    <dl class="xt-facts">
        <#if xt.email?has_content><div><dt>${msg("xtEmailLabel")}</dt><dd id="xt-email"><bdi>${xt.email}</bdi></dd></div></#if>
        <#if xt.username?has_content><div><dt>${msg("xtAccountUsername")}</dt><dd id="xt-username"><bdi>${xt.username}</bdi></dd></div></#if>
    </dl>
    <#if xt.emailChange><@account.action id="xt-change-email" path="e-mail" text=msg("xtAccountEmailChange")/></#if>
    <form id="xt-account" class="${properties.kcFormClass!}" action="${xt.home}" method="post" novalidate>
        <@account.token/>
        <#if editable><p class="xt-hint">${msg("xtAllRequired")}</p></#if>
        <#list xt.fields as field>
            <@fields.attribute field=field id=fields.idOf(field?index)/>
        </#list>
        <#if xt.language?has_content>
            <div class="${properties.kcFormGroupClass!}">
                <label for="xt-language" class="${properties.kcLabelClass!}">${msg("xtAccountLanguage")}</label>
                <select id="xt-language" class="${properties.kcInputClass!}" name="language">
                    <#list locale.supported as language>
                        <option value="${language.languageTag}" lang="${language.languageTag}"<#if language.languageTag == xt.language> selected</#if>>${language.label}</option>
                    </#list>
                </select>
            </div>
        </#if>
        <#if editable><@form.submit id="xt-save">${msg("xtAccountSave")}</@form.submit></#if>
    </form>
</@account.page>
