<#ftl output_format="plainText">
${msg("xtMailInvitationTitle", realmName)}

${msg("xtMailInvitationWhat", realmName)}

${link}

${msg("xtMailInvitationGood", linkExpirationFormatter(linkExpiration))}

${msg("xtMailInvitationNotYou")}

-- 
${realmName}
