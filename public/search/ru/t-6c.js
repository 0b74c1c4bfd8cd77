dossierSearch("t-6c","Al XnS_FvIuSvF Ba _X3V Bes -zB Cvant 3G Bimitation -M Ks -M ")
<!-- dossier: search/ru/t-6c.js -->
