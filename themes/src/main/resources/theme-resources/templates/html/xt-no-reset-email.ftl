<#import "template.ftl" as layout>
<@layout.emailLayout>
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3;">${msg("xtMailNoResetTitle")}</h1>
<p style="margin:0 0 16px;">${msg("xtMailNoResetWhy", appName)}</p>
<#if providers?has_content || byCode>
<p style="margin:0 0 8px;">${msg("xtMailNoResetOther")}</p>
<ul style="margin:0 0 24px;padding:0 20px;">
<#list providers as provider>
<li>${msg("xtMailNoResetProvider", provider)}</li>
</#list>
<#if byCode>
<li>${msg("xtMailNoResetCode")}</li>
</#if>
</ul>
<#else>
<p style="margin:0 0 24px;">${msg("xtMailNoResetNothing")}</p>
</#if>
<p class="xt-quiet" style="margin:0;color:#55626c;font-size:14px;">${msg("xtMailNoCodeNotYou")}</p>
</@layout.emailLayout>
