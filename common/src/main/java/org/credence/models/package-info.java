/**
 * The featurizer as an MLlib stage, the linear heads that apply scores with, model store, card and
 * gate.
 */
@NullMarked
package org.credence.models;

import org.jspecify.annotations.NullMarked;
