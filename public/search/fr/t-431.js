dossierSearch("t-431","Aбадгис 3XG G= 3X Cза 3qBH Eр _U Bезопасности -HmU Cларусь 39BB I= 39B Dоруссия 39B K= 39B Bишкек _1B G= _1B Gе _Y Gский _Y K_саммит= _Y Bлиз vE Bокарев nkB H= nkB ")
<!-- dossier: search/fr/t-431.js -->
