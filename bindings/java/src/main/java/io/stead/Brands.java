package io.stead;

import io.stead.internal.Codec;
import io.stead.model.Brand;
import io.stead.model.BrandList;
import io.stead.model.DeletedBrand;
import io.stead.request.BrandRequest;
import io.stead.request.BrandUpdate;

/**
 * Brands: how the mails and pages of documents look. Made and changed by an Admin, seen by everybody of the account.
 * Source: contract 5.
 */
public final class Brands {
    private final Session session;

    Brands(Session session) {
        this.session = session;
    }

    /**
     * Makes a brand.
     *
     * @param request its name, colours, texts and settings
     * @param logo a JPEG, PNG or SVG by content, at most 1 MB; an SVG must not hold scripts or point outside of itself
     * @return the brand
     * @throws InvalidException naming every member at fault, or for a file that is no logo
     * @throws LimitExceededException for a larger logo, or more than 100 brands
     * @throws java.io.UncheckedIOException when the file cannot be read
     */
    public Brand create(BrandRequest request, DocumentFile logo) {
        try (Upload upload = new Upload()) {
            upload.add(logo);
            return create(request, upload);
        }
    }

    Brand create(BrandRequest request, Upload upload) {
        return Codec.read(
                session.call(handle -> Native.stead_brand_create(handle, request.toUtf8(), upload.address())),
                Brand.class);
    }

    /**
     * A brand.
     *
     * @param brandId the brand
     * @return the brand
     * @throws NotFoundException for an unknown brand
     */
    public Brand get(String brandId) {
        return session.ask(Native::stead_brand_get, brandId, Brand.class);
    }

    /**
     * All brands of the account, oldest first.
     *
     * @return the brands
     */
    public BrandList list() {
        return Codec.read(session.call(Native::stead_brand_list), BrandList.class);
    }

    /**
     * Changes what the request names. Documents that were sent keep the brand as it was.
     *
     * @param brandId the brand
     * @param request what changes
     * @return the brand as it is now
     * @throws NotFoundException for an unknown brand
     * @throws ConflictException when it has changed since it was read
     */
    public Brand update(String brandId, BrandUpdate request) {
        try (Upload upload = new Upload()) {
            return update(brandId, request, upload);
        }
    }

    /**
     * Changes what the request names, and the logo.
     *
     * @param brandId the brand
     * @param request what changes
     * @param logo the new logo
     * @return the brand as it is now
     * @throws NotFoundException for an unknown brand
     * @throws ConflictException when it has changed since it was read
     * @throws java.io.UncheckedIOException when the file cannot be read
     */
    public Brand update(String brandId, BrandUpdate request, DocumentFile logo) {
        try (Upload upload = new Upload()) {
            upload.add(logo);
            return update(brandId, request, upload);
        }
    }

    private Brand update(String brandId, BrandUpdate request, Upload upload) {
        byte[] id = Texts.argument(brandId, "brandId");
        return Codec.read(
                session.call(handle -> Native.stead_brand_update(handle, id, request.toUtf8(), upload.address())),
                Brand.class);
    }

    /**
     * Deletes a brand that no sender identity names and no document that is still to be sent or signed.
     *
     * @param brandId the brand
     * @return what is gone
     * @throws NotFoundException for an unknown brand
     * @throws ConflictException while it is in use
     */
    public DeletedBrand delete(String brandId) {
        return session.ask(Native::stead_brand_delete, brandId, DeletedBrand.class);
    }

    /**
     * Documents get it from now on that name no brand and whose sender identity names none.
     *
     * @param brandId the brand
     * @return the brand, default now
     * @throws NotFoundException for an unknown brand
     */
    public Brand makeDefault(String brandId) {
        return session.ask(Native::stead_brand_make_default, brandId, Brand.class);
    }

    /**
     * The logo or a part of it. Not audited.
     *
     * @param brandId the brand
     * @param offset where to begin, in bytes
     * @param max how many bytes at most; 0 for the info alone
     * @return the part
     * @throws NotFoundException for an unknown brand
     */
    public FilePart logo(String brandId, long offset, int max) {
        byte[] id = Texts.argument(brandId, "brandId");
        return FilePart.read(max, (buffer, got) -> session.call(
                handle -> Native.stead_brand_logo(handle, id, offset, buffer, got)));
    }
}
