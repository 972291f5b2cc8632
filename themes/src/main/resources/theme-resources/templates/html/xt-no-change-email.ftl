<#import "template.ftl" as layout>
<@layout.emailLayout>
<h1 style="margin:0 0 16px;font-size:22px;line-height:1.3;">${msg("xtMailNoChangeTitle")}</h1>
<p style="margin:0 0 16px;">${msg("xtMailNoChangeWhy", appName)}</p>
<p style="margin:0 0 24px;">${msg("xtMailNoChangeWhat")}</p>
<p class="xt-quiet" style="margin:0;color:#55626c;font-size:14px;">${msg("xtMailNoCodeNotYou")}</p>
</@layout.emailLayout>
