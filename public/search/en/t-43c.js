dossierSearch("t-43c","Aменьшей -zB Cрах -M Bинистров _SvmB Hы v5B I_иностранных_дел_одкб= v5B Bосква nf G= nf ")
<!-- dossier: search/en/t-43c.js -->
