dossierSearch("t-43c","Aменьшей _zB Cрах _M Bинистров _SvmB Hы v5B I_иностранных_дел_одкб= v5B Bосква nf G= nf ")
