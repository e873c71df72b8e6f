// @ts-check
/** @type {any} */
var CaseReviewPictures;
