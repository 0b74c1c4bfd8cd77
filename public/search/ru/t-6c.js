dossierSearch("t-6c","Al XnS_FvIvSvF Ba _XvBnU Bes _zB Cvant 3G Bigne nd Cmitation _M Ks _M ")
